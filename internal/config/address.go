package config

import (
	"errors"
	"net/mail"
	"net/url"
	"path"
	"strings"

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
		return "", errors.New("write the whole address, such as https://example.org/guide/")
	case u.Scheme != "https" && u.Scheme != "http":
		return "", errors.New("begin it with https://")
	case u.Hostname() == "":
		return "", errors.New("a name is missing after " + u.Scheme + "://")
	case u.User != nil:
		return "", errors.New("leave out the name and password before @")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.HasSuffix(address, "#"):
		return "", errors.New("leave out what follows ? or #")
	}
	u.Host = strings.ToLower(u.Host)
	u.Path = strings.TrimSuffix(path.Clean("/"+u.Path), "/") + "/"
	u.RawPath = ""
	return u.String(), nil
}

func isPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Hostname() != ""
}

func isMail(address string) bool {
	parsed, err := mail.ParseAddress(address)
	return err == nil && parsed.Address == address
}
