package pdf

import "errors"

// Verify says what keeps the document from being PDF/UA-1 (ISO 14289-1), as far as a program can tell: the error joins one
// error for each fault. A document without faults says in its metadata that it is PDF/UA-1.
func (d *Document) Verify() error {
	return errors.New("pdf: not verified yet")
}
