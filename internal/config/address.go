package config

import (
	"errors"
	"net/mail"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/idna"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

func (c *Config) checkAddresses(front *facts.Table) (problems []report.Problem) {
	if c.BaseURL != "" {
		whole, err := BaseURL(c.BaseURL)
		if err != nil {
			problems = append(problems, report.New("bad-base-url", front.Pos("base_url"), "%q cannot be the address of a site", c.BaseURL).
				Hinted(err.Error()))
		}
		c.BaseURL = whole
	}
	if !isPage(c.ExitURL) {
		problems = append(problems, report.New("unknown-scheme", front.Pos("exit_url"), "%q is not the address of a page", c.ExitURL).
			Hinted("write the whole address, from https://"))
	}
	if c.Contact != "" && !isPage(c.Contact) && !isMail(c.Contact) {
		problems = append(problems, report.New("unknown-scheme", front.Pos("contact"), "nobody can be reached at %q", c.Contact).
			Hinted("write an e-mail address, or a page from https://"))
	}
	return problems
}

// BaseURL is the address of a site as the rest of the program wants it: lower case where that means nothing, with a slash at
// its end. The error says what an author has to do.
func BaseURL(address string) (string, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil, u.Scheme == "" || u.Opaque != "":
		return "", errors.New("write the whole address, such as https://" + example(address))
	case u.Scheme != "https" && u.Scheme != "http":
		return "", errors.New("begin it with https://")
	case u.Hostname() == "":
		return "", errors.New("a name is missing after " + u.Scheme + "://")
	case u.User != nil:
		return "", errors.New("leave out the name and password before @")
	case path.Ext(u.Path) == ".html":
		return "", errors.New("leave out " + path.Base(u.Path) + ": the guide lives in a folder")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.HasSuffix(address, "#"):
		return "", errors.New("leave out what follows ? or #")
	}
	u.Host = strings.ToLower(u.Host)
	if ascii, err := idna.ToASCII(u.Host); err == nil { // as browsers spell it
		u.Host = ascii
	}
	u.Path = strings.TrimSuffix(path.Clean("/"+u.Path), "/") + "/"
	u.RawPath = ""
	return u.String(), nil
}

// example is an address as it was most likely meant by who left out its beginning.
func example(address string) string {
	if u, err := url.Parse("https://" + address); err == nil && u.Opaque == "" && strings.Contains(u.Hostname(), ".") && !strings.Contains(address, ":") {
		return strings.TrimSuffix(address, "/") + "/"
	}
	return "example.org/guide/"
}

func isPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Hostname() != ""
}

func isMail(address string) bool {
	parsed, err := mail.ParseAddress(address)
	return err == nil && parsed.Address == address
}
