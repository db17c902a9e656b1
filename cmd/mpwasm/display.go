package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// display shows the progress of a build: bars on a terminal, plain lines elsewhere. Without a task it
// shows nothing.
type display interface {
	progress.Reporter
	// close ends the display; tasks that still run are shown as broken off.
	close()
}

func newDisplay(w io.Writer) display {
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return &bars{out: w}
	}
	return &lines{out: w}
}

// --- Plain lines -----------------------------------------------------------------------------------

type lines struct {
	mu  sync.Mutex
	out io.Writer
}

func (l *lines) print(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(l.out, "mpwasm: "+format+"\n", args...)
}

func (l *lines) Start(title string, _ int64, _ progress.Unit) progress.Task {
	l.print("%s", title)
	return &lineTask{lines: l, title: title, started: time.Now()}
}

func (l *lines) close() {}

type lineTask struct {
	lines   *lines
	title   string
	started time.Time
	once    sync.Once
}

func (t *lineTask) Add(int64) {}

// End says how long a task took if that was long; errors are reported once, by the command.
func (t *lineTask) End(err error) {
	t.once.Do(func() {
		if took := time.Since(t.started); err == nil && took > time.Second {
			t.lines.print("%s: %.1f s", t.title, took.Seconds())
		}
	})
}

// --- Bars ------------------------------------------------------------------------------------------

type bars struct {
	out   io.Writer
	mu    sync.Mutex
	pool  *mpb.Progress // nil until the first task
	tasks []*mpb.Bar
}

// Widths of the columns, in cells.
const (
	titleWidth = 48
	barWidth   = 24
	countWidth = 22
)

func (b *bars) Start(title string, total int64, unit progress.Unit) progress.Task {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pool == nil {
		b.pool = mpb.New(mpb.WithOutput(b.out), mpb.WithWidth(barWidth), mpb.WithRefreshRate(120*time.Millisecond), mpb.WithAutoRefresh())
	}
	name := mpb.PrependDecorators(decor.Name(title, decor.WC{W: titleWidth, C: decor.DindentRight}))
	elapsed := decor.Elapsed(decor.ET_STYLE_MMSS, decor.WC{W: 7})
	counted := decor.WC{W: countWidth}
	var bar *mpb.Bar
	switch {
	case total <= 0:
		bar = b.pool.New(0, mpb.SpinnerStyle().PositionLeft(), name,
			mpb.AppendDecorators(decor.Name("", counted), elapsed), mpb.BarFillerOnComplete(fmt.Sprintf("%-*s", barWidth, "done")))
	case unit == progress.Bytes:
		bar = b.pool.New(total, mpb.BarStyle(), name, mpb.AppendDecorators(decor.CountersKibiByte("% .1f / % .1f", counted), elapsed))
	default:
		bar = b.pool.New(total, mpb.BarStyle(), name, mpb.AppendDecorators(decor.CountersNoUnit("%d / %d", counted), elapsed))
	}
	b.tasks = append(b.tasks, bar)
	return barTask{bar: bar}
}

func (b *bars) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, bar := range b.tasks {
		bar.Abort(false) // no effect on those that are complete
	}
	if b.pool != nil {
		b.pool.Wait()
	}
}

type barTask struct{ bar *mpb.Bar }

func (t barTask) Add(n int64) { t.bar.IncrInt64(n) }

func (t barTask) End(err error) {
	if err != nil {
		t.bar.Abort(false)
		return
	}
	t.bar.SetTotal(-1, true) // complete at whatever was counted
}
