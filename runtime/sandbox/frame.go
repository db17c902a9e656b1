package sandbox

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// frame puts in front of a body what says what it is, of which artifact, and that it is whole.
func (e *Engine) frame(magic string, version uint32, body []byte) ([]byte, error) {
	header := make([]byte, headerBytes, headerBytes+len(body))
	copy(header, magic)
	binary.LittleEndian.PutUint32(header[atVersion:], version)
	if _, err := hex.Decode(header[atArtifact:], []byte(e.digest)); err != nil {
		return nil, err
	}
	binary.LittleEndian.PutUint64(header[atBodyLength:], uint64(len(body)))
	copy(header[atChecksum:], checksum(header, body))
	return append(header, body...), nil
}

// unframe checks the frame and decodes the body.
func (e *Engine) unframe(magic string, version uint64, data []byte, into any) error {
	if len(data) < headerBytes || string(data[:atVersion]) != magic {
		return errors.New("it does not begin as one")
	}
	header, body := data[:headerBytes], data[headerBytes:]
	if v := binary.LittleEndian.Uint64(header[atVersion:]); v != version {
		return fmt.Errorf("it has version %d, expected %d", v, version)
	}
	if artifact := hex.EncodeToString(header[atArtifact:atBodyLength]); artifact != e.digest {
		return fmt.Errorf("it is of the artifact %.12s, expected %.12s, which this engine runs", artifact, e.digest)
	}
	if binary.LittleEndian.Uint64(header[atBodyLength:]) != uint64(len(body)) || !bytes.Equal(checksum(header, body), header[atChecksum:]) {
		return errors.New("its checksum is wrong: it was damaged")
	}
	if err := snapshotDecoding.Unmarshal(body, into); err != nil {
		return fmt.Errorf("decoding: %w", err)
	}
	return nil
}

// readFrame reads a header and as much as it says that follows; io.EOF if there is nothing.
func readFrame(r io.Reader) ([]byte, error) {
	header := make([]byte, headerBytes)
	if n, err := io.ReadFull(r, header); err != nil {
		if n == 0 && errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		return nil, fmt.Errorf("%w: it ends after %d bytes: %v", ErrInvalidRecording, n, err)
	}
	length := binary.LittleEndian.Uint64(header[atBodyLength:])
	if string(header[:atVersion]) != recordedMagic || length > maxRecordingBytes {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrInvalidRecording)
	}
	var body bytes.Buffer // grows with what is there, whatever the header says
	if n, err := io.CopyN(&body, r, int64(length)); err != nil {
		return nil, fmt.Errorf("%w: %d bytes of %d: %v", ErrInvalidRecording, n, length, err)
	}
	return append(header, body.Bytes()...), nil
}

// storedRun is what bodies say of a run: the session before it, the program with its inputs, and what it was told.
type storedRun struct {
	Snapshot []byte        `cbor:"snapshot"`
	Name     string        `cbor:"name"`
	Source   []byte        `cbor:"source"`
	Inputs   []byte        `cbor:"inputs"`
	Flags    uint64        `cbor:"flags"`
	Journal  []storedEntry `cbor:"journal"`
}

// stored is the run, with the session before it.
func (e *event) stored(before *Snapshot) (storedRun, error) {
	var snapshot bytes.Buffer
	if _, err := before.WriteTo(&snapshot); err != nil {
		return storedRun{}, err
	}
	run := e.storedAlone()
	run.Snapshot = snapshot.Bytes()
	return run, nil
}

// storedAlone is the run without the session.
func (e *event) storedAlone() storedRun {
	return storedRun{Name: e.program.Name, Source: e.program.Source, Inputs: e.inputs, Flags: e.program.flags(), Journal: storeJournal(e.journal)}
}

// event is the run again, but for its journal, which is checked against the session's functions ([readJournal]).
func (r *storedRun) event() (event, error) {
	e := event{program: Program{Name: r.Name, Source: r.Source}, inputs: r.Inputs}
	return e, e.program.setFlags(r.Flags)
}

func storeJournal(journal []entry) []storedEntry {
	stored := []storedEntry{}
	for _, entry := range journal {
		stored = append(stored, entry.stored())
	}
	return stored
}

// readJournal checks a journal; told is how many bytes it takes.
func readJournal(stored []storedEntry, functions *hostcall.Set) (journal []entry, told int, err error) {
	fuel := uint64(0)
	for i, one := range stored {
		entry := one.entry()
		if err := entry.check(functions); err != nil {
			return nil, 0, fmt.Errorf("number %d of its journal: %w", i, err)
		}
		if entry.fuel < fuel {
			return nil, 0, fmt.Errorf("number %d of its journal: fuel %d after %d", i, entry.fuel, fuel)
		}
		fuel = entry.fuel
		told += entry.size()
		journal = append(journal, entry)
	}
	if told > maxJournalBytes {
		return nil, 0, fmt.Errorf("a journal of %d bytes, at most %d", told, maxJournalBytes)
	}
	return journal, told, nil
}
