// Package settled is for tests that count goroutines: one that has told others that it is done may still be there for a moment.
package settled

import (
	"runtime"
	"time"
)

// Goroutines counts goroutines once there are no more than want, or after a second.
func Goroutines(want int) int {
	for range 100 {
		if runtime.NumGoroutine() <= want {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return runtime.NumGoroutine()
}
