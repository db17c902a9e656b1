//go:build !unix

package browser

import "os/exec"

// groupLives is not known where there are no groups.
func groupLives(*exec.Cmd) bool { return false }
