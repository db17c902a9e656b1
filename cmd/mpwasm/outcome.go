package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/dustin/go-humanize"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// printOutcome says on stderr how a run ended, unless the program came to its own end.
func printOutcome(w io.Writer, o sandbox.Outcome) {
	switch o.Kind {
	case protocol.Raised:
		fmt.Fprint(w, o.Error.Traceback)
	case protocol.Limited:
		fmt.Fprintf(w, "mpwasm: the program was ended by its limit: %s (%s units of fuel and %v used)\n",
			o.Limit, humanize.Comma(int64(o.Used.Fuel)), time.Duration(o.Used.WallNS).Round(time.Millisecond))
	case protocol.Cancelled:
		fmt.Fprintln(w, "mpwasm: the program was interrupted")
	case protocol.Trapped:
		fmt.Fprintf(w, "mpwasm: the guest trapped, which is a defect of this build: %v\n", o.Trap)
	}
}

// report is the object that `run --json` prints.
type report struct {
	Outcome   protocol.Kind   `json:"outcome"`
	Limit     *protocol.Limit `json:"limit"`
	Stdout    protocol.Text   `json:"stdout"`
	Stderr    protocol.Text   `json:"stderr"`
	Value     json.RawMessage `json:"value"`
	Error     *protocol.Error `json:"error"`
	Used      protocol.Usage  `json:"used"`
	Truncated bool            `json:"truncated"`
	Artifact  string          `json:"artifact_sha256"`
}

// printReport prints the outcome of a run as one line of JSON.
func printReport(w io.Writer, o sandbox.Outcome, artifact string) error {
	value, err := hostcall.MarshalJSON(o.Value)
	if err != nil {
		return err
	}
	r := report{
		Outcome: o.Kind, Stdout: o.Stdout, Stderr: o.Stderr, Value: value, Error: o.Error, Used: o.Used,
		Truncated: o.Truncated, Artifact: artifact,
	}
	if o.Kind == protocol.Limited {
		r.Limit = &o.Limit
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
