// Command native builds the guest for this machine, for tests of its C: with sanitizers, with counts of what runs, or plain and
// quick to build. It needs clang that makes 32-bit programs.
//
//	go run ./scripts/native -o OUT [-sanitize] [-coverage] [-fuzzer]
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/runtime/artifact"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "native:", err)
		os.Exit(1)
	}
}

func run() error {
	cfg := builder.NativeConfig{}
	flag.StringVar(&cfg.Output, "o", "", "write the program to `FILE`")
	flag.StringVar(&cfg.Variant, "variant", "", "feature set: `NAME`")
	flag.BoolVar(&cfg.Sanitize, "sanitize", false, "with AddressSanitizer, UndefinedBehaviorSanitizer and assertions")
	flag.BoolVar(&cfg.Coverage, "coverage", false, "count which lines run")
	flag.BoolVar(&cfg.Fuzzer, "fuzzer", false, "make a libFuzzer of it")
	flag.Parse()
	if cfg.Output == "" || flag.NArg() > 0 {
		return fmt.Errorf("expected -o FILE and no arguments")
	}
	var err error
	if cfg.CacheDir, err = artifact.CacheDir(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	begin := time.Now()
	if err := builder.BuildNative(ctx, cfg); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "built %s in %.1f s\n", cfg.Output, time.Since(begin).Seconds())
	return nil
}
