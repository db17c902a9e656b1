package conformance

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// The elements of JUnit's XML, as far as CI systems read them.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Time     string      `xml:"time,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"`
		Failure *junitMessage `xml:"failure,omitempty"`
		Skipped *junitMessage `xml:"skipped,omitempty"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// WriteJUnit writes the matrix as JUnit's XML: a suite for each target, whose tests fail by an unexpected verdict or by an
// unexplained difference.
func (m *Matrix) WriteJUnit(w io.Writer) error {
	var all junitSuites
	for _, report := range m.Targets {
		suite := m.junitSuite(report)
		all.Tests += suite.Tests
		all.Failures += suite.Failures
		all.Suites = append(all.Suites, suite)
	}
	for _, entry := range m.Stale {
		all.Failures++
		all.Tests++
		failed := junitCase{Name: xmlText(entry), Failure: &junitMessage{Message: "the list of differences is stale"}}
		all.Suites = append(all.Suites, junitSuite{Name: "list of differences", Tests: 1, Failures: 1, Cases: []junitCase{failed}})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", " ")
	if err := encoder.Encode(all); err != nil {
		return fmt.Errorf("writing JUnit's XML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (m *Matrix) junitSuite(report *Report) junitSuite {
	suite := junitSuite{Name: report.Target, Time: junitTime(report.Elapsed.Seconds())}
	differences := m.byTest(report.Target)
	add := func(c junitCase) {
		suite.Tests++
		if c.Failure != nil {
			suite.Failures++
		}
		if c.Skipped != nil {
			suite.Skipped++
		}
		suite.Cases = append(suite.Cases, c)
	}
	if report.Error != "" {
		add(junitCase{Name: "open", Failure: &junitMessage{Message: "the target could not be opened", Text: xmlText(report.Error)}})
	}
	for i := range report.Cases {
		c := &report.Cases[i]
		key := c.Suite + "\x00" + c.Name
		add(newJUnitCase(c, report.Target, differences[key]))
		delete(differences, key)
	}
	for _, missing := range differences { // of tests that the target did not run
		add(junitCase{Class: missing[0].Suite, Name: missing[0].Test, Failure: junitFailure(nil, report.Target, missing)})
	}
	return suite
}

// byTest returns a target's unexplained differences by suite and test.
func (m *Matrix) byTest(target string) map[string][]Difference {
	found := make(map[string][]Difference)
	for _, d := range m.Unexplained() {
		if d.Target == target {
			key := d.Suite + "\x00" + d.Test
			found[key] = append(found[key], d)
		}
	}
	return found
}

func newJUnitCase(c *CaseReport, target string, differences []Difference) junitCase {
	result := junitCase{Class: c.Suite + "." + c.Group, Name: c.Name, Time: junitTime(c.Elapsed.Seconds())}
	switch {
	case c.Verdict.Unexpected() || len(differences) > 0:
		result.Failure = junitFailure(c, target, differences)
	case c.Verdict == Skipped, c.Verdict == KnownFailure:
		result.Skipped = &junitMessage{Message: xmlText(c.Reason)}
	}
	return result
}

func junitFailure(c *CaseReport, target string, differences []Difference) *junitMessage {
	var text strings.Builder
	message := ""
	if c != nil && c.Verdict.Unexpected() {
		message = string(c.Verdict) + ": " + c.Reason
		text.WriteString(c.text(target))
	}
	for _, d := range differences {
		if message == "" {
			message = fmt.Sprintf("%s is not that of %s", d.FieldDifference, d.Reference)
		}
		text.WriteString(d.text())
	}
	return &junitMessage{Message: xmlText(message), Text: xmlText(text.String())}
}

func junitTime(seconds float64) string { return fmt.Sprintf("%.3f", seconds) }

// xmlText drops what XML cannot hold: control characters, and what is not UTF-8.
func xmlText(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return '?'
		}
		return r
	}, text)
}
