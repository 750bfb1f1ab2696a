package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// information writes the dictionary that older programs read; it says what the metadata say.
func (w *writer) information() ref {
	info := w.doc.info
	d := newDict()
	for _, entry := range [][2]string{{"Title", info.Title}, {"Author", info.Author}, {"Subject", info.Subject},
		{"Keywords", info.Keywords}, {"Creator", info.Creator}} {
		if entry[1] != "" {
			d = d.text(entry[0], entry[1])
		}
	}
	const form = "D:20060102150405Z"
	if !info.Created.IsZero() {
		d = d.text("CreationDate", info.Created.UTC().Format(form))
	}
	return w.add(d.end())
}

// metadata writes the XMP packet.
func (w *writer) metadata() ref {
	r := w.reserve()
	w.stream(r, newDict().name("Type", "Metadata").name("Subtype", "XML"), w.doc.info.xmp(w.ua))
	return r
}

// vocabularies are where the names of the metadata come from.
var vocabularies = [][2]string{
	{"dc", "http://purl.org/dc/elements/1.1/"}, {"pdf", "http://ns.adobe.com/pdf/1.3/"}, {"xmp", "http://ns.adobe.com/xap/1.0/"},
	{"xmpRights", "http://ns.adobe.com/xap/1.0/rights/"}, {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
}

// xmp is what the file says about itself (ISO 16684-1), and that it is PDF/UA-1 (ISO 14289-1, 5) where it is.
func (i Info) xmp(ua bool) []byte {
	var b bytes.Buffer
	const alternatives, list, set = `<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>`, `<rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>`, `<rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>`
	say := func(name, form, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", name, fmt.Sprintf(form, escapeXML(value)), name)
		}
	}
	say("dc:title", alternatives, i.Title)
	say("dc:creator", list, i.Author)
	say("dc:description", alternatives, i.Subject)
	say("dc:rights", alternatives, i.Rights)
	say("dc:language", set, i.Lang)
	say("pdf:Keywords", "%s", i.Keywords)
	say("xmp:CreatorTool", "%s", i.Creator)
	say("xmpRights:WebStatement", "%s", i.Licence)
	if !i.Created.IsZero() {
		say("xmp:CreateDate", "%s", i.Created.UTC().Format(time.RFC3339))
	}
	if ua {
		say("pdfuaid:part", "%s", "1")
	}
	var known strings.Builder
	for _, v := range vocabularies {
		if bytes.Contains(b.Bytes(), []byte("<"+v[0]+":")) {
			fmt.Fprintf(&known, ` xmlns:%s="%s"`, v[0], v[1])
		}
	}
	return fmt.Appendf(nil, "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"+
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\"%s>\n%s"+
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>", known.String(), b.Bytes())
}

func escapeXML(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}
