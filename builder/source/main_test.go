package source

import (
	"fmt"
	"os"
	"testing"
)

// actAs is the environment variable that turns this test binary into another program: the tests start
// it again instead of a shell script, so that they run on any system.
const actAs = "MPWASM_SOURCE_TEST_ACT_AS"

// quickExit lets a test binary with the race detector end without a pause of one second.
const quickExit = "GORACE=atexit_sleep_ms=0"

func TestMain(m *testing.M) {
	switch role := os.Getenv(actAs); role {
	case "":
		os.Exit(m.Run())
	case "apt":
		os.Exit(actAsApt(os.Args[1:]))
	case "fetch":
		os.Exit(actAsFetcher())
	default:
		fmt.Fprintln(os.Stderr, "unknown role", role)
		os.Exit(2)
	}
}
