package output

// mayWrite leaves the answer to the first write: Windows tells only by trying.
func mayWrite(string) error { return nil }
