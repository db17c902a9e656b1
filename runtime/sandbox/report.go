package sandbox

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Report is the outcome as JSON has it.
func (o Outcome) Report() (protocol.Report, error) {
	value, err := hostcall.MarshalJSON(o.Value)
	if err != nil {
		return protocol.Report{}, fmt.Errorf("reporting an outcome: %w", err)
	}
	report := protocol.Report{
		Outcome: o.Kind, ExitStatus: o.ExitStatus, RolledBack: o.RolledBack, Stdout: o.Stdout, Stderr: o.Stderr,
		Value: value, Error: o.Error, Used: o.Used, Truncated: o.Truncated,
	}
	if o.Kind == protocol.Limited {
		report.Limit = &o.Limit
	}
	if o.Trap != nil {
		report.Trap = o.Trap.Error()
	}
	return report, nil
}

// MemorySHA256 is the digest, in hex, of the guest's memory. For the same programs and the same configuration it is
// the same on every host.
func (s *Session) MemorySHA256() (digest string, err error) {
	err = s.use(context.Background(), "digesting memory", func(context.Context) error {
		sum := sha256.Sum256(s.guest.memory.Bytes())
		digest = hex.EncodeToString(sum[:])
		return nil
	})
	return digest, err
}
