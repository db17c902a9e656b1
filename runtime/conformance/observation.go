package conformance

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Observation is what a target did with a test: everything by which targets are compared.
type Observation struct {
	// Runs are the outcomes of the test's programs, without times. What an engine says of a trap is not compared, as
	// each has words of its own.
	Runs []protocol.Report `json:"runs"`
	// MemorySHA256 is the digest of the guest's memory in the end.
	MemorySHA256 string `json:"memory_sha256"`
}

// observe keeps of a result what can be compared.
func observe(result Result) *Observation {
	o := &Observation{Runs: slices.Clone(result.Reports), MemorySHA256: result.MemorySHA256}
	for i := range o.Runs {
		o.Runs[i].Used.WallNS = 0
	}
	return o
}

// Field names something by which targets are compared.
type Field string

// The fields.
const (
	FieldRuns       Field = "runs"    // how many programs ran
	FieldPresent    Field = "present" // whether the test was run at all
	FieldOutcome    Field = "outcome"
	FieldLimit      Field = "limit"
	FieldExitStatus Field = "exit status"
	FieldStdout     Field = "stdout"
	FieldStderr     Field = "stderr"
	FieldType       Field = "exception type"
	FieldMessage    Field = "exception message"
	FieldTraceback  Field = "traceback"
	FieldLine       Field = "exception line"
	FieldValue      Field = "value"
	FieldFuel       Field = "fuel"
	FieldHeapPeak   Field = "heap peak"
	FieldHostCalls  Field = "host calls"
	FieldHostBytes  Field = "host bytes"
	FieldTruncated  Field = "truncated"
	FieldRolledBack Field = "rolled back"
	FieldMemory     Field = "memory"
)

// fieldValue is a field of an observation, as text.
type fieldValue struct {
	field Field
	text  string
}

// runFields are the fields of one program's outcome.
func runFields(r protocol.Report) []fieldValue {
	limit, exception := "", protocol.Error{}
	if r.Limit != nil {
		limit = string(*r.Limit)
	}
	if r.Error != nil {
		exception = *r.Error
	}
	return []fieldValue{
		{FieldOutcome, string(r.Outcome)},
		{FieldLimit, limit},
		{FieldExitStatus, strconv.Itoa(r.ExitStatus)},
		{FieldStdout, string(r.Stdout)},
		{FieldStderr, string(r.Stderr)},
		{FieldType, exception.Type},
		{FieldMessage, exception.Message},
		{FieldTraceback, exception.Traceback},
		{FieldLine, strconv.Itoa(exception.Line)},
		{FieldValue, string(r.Value)},
		{FieldFuel, strconv.FormatUint(r.Used.Fuel, 10)},
		{FieldHeapPeak, strconv.FormatUint(r.Used.HeapPeakBytes, 10)},
		{FieldHostCalls, strconv.FormatUint(r.Used.HostCalls, 10)},
		{FieldHostBytes, strconv.FormatUint(r.Used.HostBytes, 10)},
		{FieldTruncated, strconv.FormatBool(r.Truncated)},
		{FieldRolledBack, strconv.FormatBool(r.RolledBack)},
	}
}

// FieldDifference is a field in which two observations differ.
type FieldDifference struct {
	Field Field `json:"field"`
	// Run is the number of the program, from 1; 0 where the field is of the whole test.
	Run int `json:"run,omitempty"`
	// Want is what the one has, Got what the other has.
	Want protocol.Text `json:"want"`
	Got  protocol.Text `json:"got"`
}

func (d FieldDifference) String() string {
	if d.Run > 1 {
		return fmt.Sprintf("%s of program %d", d.Field, d.Run)
	}
	return string(d.Field)
}

// fieldPair is what two observations have of a field.
type fieldPair struct {
	field     Field
	run       int
	want, got string
}

// pairs returns every field of two observations.
func (o *Observation) pairs(other *Observation) []fieldPair {
	pairs := []fieldPair{{FieldRuns, 0, strconv.Itoa(len(o.Runs)), strconv.Itoa(len(other.Runs))}}
	for i := range min(len(o.Runs), len(other.Runs)) {
		got := runFields(other.Runs[i])
		for j, want := range runFields(o.Runs[i]) {
			pairs = append(pairs, fieldPair{want.field, i + 1, want.text, got[j].text})
		}
	}
	return append(pairs, fieldPair{FieldMemory, 0, o.MemorySHA256, other.MemorySHA256})
}

// differences returns every field in which two observations differ.
func (o *Observation) differences(other *Observation) []FieldDifference {
	var found []FieldDifference
	for _, pair := range o.pairs(other) {
		if pair.want != pair.got {
			found = append(found, FieldDifference{pair.field, pair.run, protocol.Text(pair.want), protocol.Text(pair.got)})
		}
	}
	return found
}
