package playground

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// Ancestors are the pages that may embed a site, in a frame: "any", "self" (pages of the site's own origin), "none", or origins. Nil is
// any. A policy in a page's own HTML cannot say this (Content Security Policy, frame-ancestors), so it is sent where the site is served,
// written for static hosts that read a file _headers, and checked by the page itself, for all others.
type Ancestors []string

// ancestorForm is what an origin looks like: a scheme, a host, which may begin with *., and a port.
var ancestorForm = regexp.MustCompile(`^https?://(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5}|:\*)?$`)

// ParseAncestors checks who a user lets embed a site. None is any.
func ParseAncestors(names []string) (Ancestors, error) {
	for _, name := range names {
		switch name {
		case "any", "self", "none":
			if len(names) > 1 && name != "self" {
				return nil, fmt.Errorf("frame ancestors %q: %s stands alone", names, name)
			}
			continue
		}
		_, err := url.Parse(strings.Replace(strings.TrimSuffix(name, ":*"), "//*.", "//", 1))
		if err != nil || !ancestorForm.MatchString(name) {
			return nil, fmt.Errorf("frame ancestor %q: expected any, self, none, or an origin such as https://example.org", name)
		}
	}
	return Ancestors(slices.Clone(names)), nil
}

// directive is the policy's directive, as of Content Security Policy.
func (a Ancestors) directive() string {
	sources := []string{}
	for _, name := range a {
		switch name {
		case "any":
			sources = append(sources, "*")
		case "self", "none":
			sources = append(sources, "'"+name+"'")
		default:
			sources = append(sources, name)
		}
	}
	if len(sources) == 0 {
		sources = []string{"*"}
	}
	return "frame-ancestors " + strings.Join(sources, " ")
}

// names is what the page is told.
func (a Ancestors) names() []string {
	if len(a) == 0 {
		return []string{"any"}
	}
	return a
}

// headersName is a file that some static hosts take headers from, Netlify and Cloudflare Pages among them.
const headersName = "_headers"

// headersFile has a host send what Handler sends.
func (s *Site) headersFile() []byte {
	return fmt.Appendf(nil, "/*\n  Content-Security-Policy: %s\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n", s.policy())
}

// policy is the policy of a response. A browser holds a page to it as well as to the one in its HTML, so it allows what that does.
func (s *Site) policy() string {
	return cmp.Or(s.pagePolicy, contentPolicy) + "; " + s.Ancestors.directive()
}
