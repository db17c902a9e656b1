package source

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// oneMirror is what indextargets prints on a plain Debian machine.
const oneMirror = "Debian|Debian|http://mirror.invalid/debian/\nDebian|Debian-Security|http://mirror.invalid/debian-security/\n"

func TestDebianDelivers(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	d := fakeDebian(t, aptScript{
		Known:    oneMirror,
		Versions: []string{"9.9.0+ds-1", "9.8.7+ds-1"},
		Archive:  tempFile(t, tinyArchive(t)),
		Log:      log,
	})
	cacheDir := t.TempDir()
	tree, err := fetchTiny(t, Config{CacheDir: cacheDir, Providers: []Provider{d}})
	check(t, err)
	checkTree(t, tree, cacheDir, "Debian's source package micropython=9.8.7+ds-1")
	got, err := os.ReadFile(log)
	check(t, err)
	list := " <- deb-src [target=Sources signed-by=" + d.keyring + "] http://mirror.invalid/debian sid main\n"
	want := "indextargets --format $(ORIGIN)|$(LABEL)|$(REPO_URI) <- \n" +
		"indextargets --no-release-info --format $(ORIGIN)|$(LABEL)|$(REPO_URI) <- \n" +
		"update -q" + list +
		"showsrc --only-source micropython" + list +
		"source -q --download-only --tar-only micropython=9.8.7+ds-1" + list
	if string(got) != want {
		t.Errorf("apt was run as\n%s\nexpected\n%s", got, want)
	}
}

func TestDebianTriesNextMirror(t *testing.T) {
	d := fakeDebian(t, aptScript{
		Known:      "Debian|Debian|http://dead.invalid/debian/\n",
		Configured: "$(ORIGIN)|$(LABEL)|http://fine.invalid/debian/\n",
		Dead:       []string{"http://dead.invalid/debian"},
		Versions:   []string{"9.8.7+ds-1"},
		Archive:    tempFile(t, tinyArchive(t)),
	})
	path, err := d.Obtain(t.Context(), filepath.Join(t.TempDir(), "scratch"), progress.Discard)
	check(t, err)
	if filepath.Base(path) != "micropython_9.8.7+ds.orig.tar.xz" {
		t.Errorf("got %s, expected Debian's upstream archive", path)
	}
}

func TestDebianFails(t *testing.T) {
	archive := tempFile(t, tinyArchive(t))
	versions := []string{"9.8.7+ds-1"}
	for name, test := range map[string]struct {
		script aptScript
		says   []string
	}{
		"moved on": {
			aptScript{Known: oneMirror, Versions: []string{"9.9.0+ds-1", "9.9.0+ds-2"}, Archive: archive},
			[]string{"expected 9.8.7+ds-1", "found 9.9.0+ds-1, 9.9.0+ds-2", "mirror.invalid/debian:"},
		},
		"package gone": {
			aptScript{Known: oneMirror, Archive: archive},
			[]string{"expected 9.8.7+ds-1", "found none"},
		},
		"no network": {
			aptScript{Known: oneMirror, Dead: []string{"http://mirror.invalid/debian"}},
			[]string{"running", "update: exit status 100", "E: The repository 'http://mirror.invalid/debian sid'"},
		},
		"two dead mirrors": {
			aptScript{Known: oneMirror, Configured: "||http://b.invalid/debian\n", Dead: []string{"http://mirror.invalid/debian", "http://b.invalid/debian"}},
			[]string{"using the mirror http://mirror.invalid/debian: running", "using the mirror http://b.invalid/debian: running"},
		},
		"no mirror": {
			aptScript{Configured: "||http://mirror.invalid/ubuntu/\n"},
			[]string{"expected a mirror of Debian's archive, found none"},
		},
		"nothing fetched": {
			aptScript{Known: oneMirror, Versions: versions, Silent: true},
			[]string{"expected micropython_VERSION.orig.tar.xz, found none in 0 files"},
		},
		"password": {
			aptScript{Known: "Debian|Debian|http://me:secret@mirror.invalid/debian/\n", Versions: []string{"1-1"}},
			[]string{"http://me:xxxxx@mirror.invalid/debian"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := fakeDebian(t, test.script).Obtain(t.Context(), filepath.Join(t.TempDir(), "scratch"), progress.Discard)
			if err == nil {
				t.Fatal("got no error")
			}
			for _, want := range test.says {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got %v, expected it to say %q", err, want)
				}
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("got %v, expected no password in it", err)
			}
		})
	}
}

func TestDebianElsewhere(t *testing.T) {
	d := newDebian(tiny())
	d.apt.get = "no-such-apt-get"
	if _, err := d.Obtain(t.Context(), t.TempDir(), progress.Discard); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("without apt: got %v, expected exec.ErrNotFound", err)
	}
	d = fakeDebian(t, aptScript{Known: oneMirror})
	d.keyring = filepath.Join(t.TempDir(), "none")
	if _, err := d.Obtain(t.Context(), t.TempDir(), progress.Discard); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "debian-archive-keyring") {
		t.Errorf("without keys: got %v, expected the package that has them", err)
	}
}

// TestDebianCancelled checks that a hanging apt is ended, whatever it is doing.
func TestDebianCancelled(t *testing.T) {
	for _, command := range []string{"indextargets", "update", "showsrc", "source"} {
		log := filepath.Join(t.TempDir(), "log")
		d := fakeDebian(t, aptScript{Known: oneMirror, Versions: []string{"9.8.7+ds-1"}, Hang: command, Log: log})
		ctx, cancel := context.WithCancel(t.Context())
		go func() { // cancel once it hangs
			defer cancel()
			for ctx.Err() == nil {
				if runs, _ := os.ReadFile(log); strings.Contains("\n"+string(runs), "\n"+command) {
					return
				}
				time.Sleep(time.Millisecond)
			}
		}()
		start := time.Now()
		_, err := d.Obtain(ctx, filepath.Join(t.TempDir(), "scratch"), progress.Discard)
		if !errors.Is(err, context.Canceled) || time.Since(start) > 20*time.Second {
			t.Errorf("%s: got %v after %v, expected context.Canceled at once", command, err, time.Since(start))
		}
		cancel()
	}
}

func TestChooseVersion(t *testing.T) {
	p := debianPackage{name: "micropython", version: "1.26.1+ds", revision: "1"}
	for _, test := range []struct{ found, want string }{
		{"1.26.1+ds-1", "1.26.1+ds-1"},
		{"1.27.0+ds-1 1.26.1+ds-1 1.26.1+ds-2", "1.26.1+ds-1"},
		{"1.27.0+ds-1 1.26.1+ds-2", "1.26.1+ds-2"},
		{"1.26.1+ds-1.1", "1.26.1+ds-1.1"},
		{"1.26.1+ds1-1", ""},
		{"1.26.10+ds-1", ""},
		{"1.25.0+ds-2", ""},
		{"", ""},
	} {
		got, err := p.choose(strings.Fields(test.found))
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("choosing from %q: got %q, %v, expected %q", test.found, got, err, test.want)
		}
	}
}

func TestRankMirrors(t *testing.T) {
	for name, test := range map[string]struct {
		known, configured string
		want              string
	}{
		"lists fetched": {
			known:      oneMirror + "Docker|Docker CE|https://docker.invalid/linux/ubuntu/\n",
			configured: "$(ORIGIN)|$(LABEL)|http://mirror.invalid/debian/\n$(ORIGIN)|$(LABEL)|http://mirror.invalid/debian-security/\n",
			want:       "http://mirror.invalid/debian",
		},
		"fresh container": {
			configured: "$(ORIGIN)|$(LABEL)|http://mirror.invalid/debian/\n$(ORIGIN)|$(LABEL)|http://mirror.invalid/debian-security/\n",
			want:       "http://mirror.invalid/debian",
		},
		"other name, known origin": {
			known: "Debian|Debian|https://cache.invalid/artifacts/deb/\n",
			want:  "https://cache.invalid/artifacts/deb",
		},
		"only security": {
			configured: "$(ORIGIN)|$(LABEL)|http://security.invalid/debian-security/\n",
			want:       "http://security.invalid/debian",
		},
		"mirror lists, as in cloud images": {
			configured: "||mirror+file:/etc/apt/mirrors/debian.list/\n||mirror+file:/etc/apt/mirrors/debian-security.list/\n",
			want:       "mirror+file:/etc/apt/mirrors/debian.list",
		},
		"snapshot": {
			configured: "||https://snapshot.invalid/archive/debian/20260101T000000Z/\n",
			want:       "https://snapshot.invalid/archive/debian/20260101T000000Z",
		},
		"sure before likely": {
			known:      "Debian|Debian|http://b.invalid/debian/\n",
			configured: "||https://a.invalid/linux/debian/\n||http://b.invalid/debian/\n",
			want:       "http://b.invalid/debian https://a.invalid/linux/debian",
		},
		"not usable": {
			configured: "||cdrom://[Debian GNU-Linux 13]/debian/\n||http://a.invalid/a b/debian/\n||\nnonsense\n\n",
		},
		"others": {configured: "||http://ports.invalid/ubuntu/\n||http://a.invalid/raspbian/\n"},
	} {
		got := strings.Join(rankMirrors(test.known, test.configured), " ")
		if got != test.want {
			t.Errorf("%s: got %q, expected %q", name, got, test.want)
		}
	}
}

func TestComplaintsAreShort(t *testing.T) {
	if got, want := complaints("Get:1 x\nE: one\n  W: two\nother\n"), "\n  E: one\n  W: two"; got != want {
		t.Errorf("got %q, expected %q", got, want)
	}
	if got := strings.Count(complaints(strings.Repeat("E: x\n", 100)), "\n"); got != maxComplaints {
		t.Errorf("got %d lines, expected %d", got, maxComplaints)
	}
}
