package sandbox_test

import (
	"context"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// What a limit ends in the midst of a thread leaves a session in which threads and event loops begin anew.
func TestThreadsAfterAStop(t *testing.T) {
	s := newSession(t, engine(t, false), sandbox.SessionConfig{FuelLimit: 20_000_000})
	run := func(source string) sandbox.Outcome {
		t.Helper()
		o, err := s.Run(context.Background(), sandbox.Program{Source: []byte(source)})
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	again := `
import asyncio, threading, time
found = []
def work(n):
    time.sleep(n)
    found.append(n)
threads = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]
for t in threads: t.start()
for t in threads: t.join()
asyncio.run(asyncio.sleep(1))
(found, threading.active_count())`
	for name, source := range map[string]string{
		"in a thread":     "import threading\ndef spin():\n  while True: pass\nthreading.Thread(target=spin).start()",
		"beside a thread": "import threading, time\nthreading.Thread(target=time.sleep, args=(5,)).start()\nwhile True: pass",
		"in a loop":       "import asyncio, threading\nasync def spin():\n  while True: await asyncio.to_thread(len, '')\nasyncio.run(spin())",
	} {
		if o := run(source); o.Kind != protocol.Limited {
			t.Errorf("%s: got %v, want it limited", name, o.Kind)
		}
		if o := run(again); o.Kind != protocol.Completed {
			t.Errorf("%s: afterwards got %v, %v", name, o.Kind, o.Error)
		}
	}
}
