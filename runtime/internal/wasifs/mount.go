package wasifs

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxLinks is how many symbolic links a path may lead through.
const maxLinks = 40

// lookup finds a name in a folder of the mount, which is given by its path. It returns the path at which the file or
// folder really is, with no symbolic link in it, and what is there: links are followed here, and not by the file
// system, so that none leads out.
//
// An fs.FS that does not tell of links (fs.ReadLinkFS) follows its own, or has none.
func (m *Mount) lookup(dir, name string) (string, fs.FileInfo, Errno) {
	links := 0
	return m.follow(dir, name, &links)
}

func (m *Mount) follow(dir, name string, links *int) (string, fs.FileInfo, Errno) {
	if !m.shows(name) {
		return "", nil, ENOENT
	}
	full := path.Join(dir, name)
	info, err := fs.Lstat(m.FS, full)
	if err != nil {
		return "", nil, hostErrno(err)
	}
	switch {
	case info.Mode().IsRegular(), info.IsDir():
		return full, info, OK
	case info.Mode()&fs.ModeSymlink == 0:
		return "", nil, ENOENT // a device, a pipe, a socket: not for guests
	}
	if *links++; *links > maxLinks {
		return "", nil, ELOOP
	}
	target, err := fs.ReadLink(m.FS, full)
	if err != nil {
		return "", nil, hostErrno(err)
	}
	return m.walk(dir, target, links)
}

// walk follows the target of a link that is in a folder of the mount.
func (m *Mount) walk(dir, target string, links *int) (string, fs.FileInfo, Errno) {
	if path.IsAbs(target) || target == "" {
		return "", nil, ENOTCAPABLE
	}
	info, err := fs.Stat(m.FS, dir)
	if err != nil {
		return "", nil, hostErrno(err)
	}
	for name := range strings.SplitSeq(target, "/") {
		if !info.IsDir() {
			return "", nil, ENOTDIR
		}
		var errno Errno
		switch name {
		case "", ".":
			continue
		case "..":
			if dir == "." {
				return "", nil, ENOTCAPABLE
			}
			dir = path.Dir(dir) // is a folder, as info is
			continue
		}
		if dir, info, errno = m.follow(dir, name, links); errno != OK {
			return "", nil, errno
		}
	}
	return dir, info, OK
}

// list lists a folder of the mount: files and folders, links to such as what they lead to, sorted by name.
func (m *Mount) list(dir string) ([]Entry, Errno) {
	found, err := fs.ReadDir(m.FS, dir)
	if err != nil {
		return nil, hostErrno(err)
	}
	entries := make([]Entry, 0, len(found))
	for _, e := range found {
		isFolder, ok := e.IsDir(), m.shows(e.Name())
		if ok && !isFolder && !e.Type().IsRegular() {
			_, info, errno := m.lookup(dir, e.Name())
			ok = errno == OK
			isFolder = ok && info.IsDir()
		}
		if ok {
			entries = append(entries, Entry{Name: e.Name(), Folder: isFolder})
		}
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	return entries, OK
}

// shows tells whether the guest sees a file of that name. A copy is in memory, where a guest may give a file any name: what it wrote
// must come back when it is copied into another session.
func (m *Mount) shows(name string) bool {
	if m.Copy {
		return name != "" && len(name) <= MaxNameBytes && utf8.ValidString(name) && !strings.ContainsAny(name, "/\x00")
	}
	return portableName(name)
}

// portableName tells whether a name of a mounted file means the same on every host. On Windows some names are devices,
// in any folder and with any extension, and some characters begin something else; such names are never there, on any
// host.
//
// See https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
func portableName(name string) bool {
	if name == "" || len(name) > MaxNameBytes || !utf8.ValidString(name) || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	if strings.ContainsFunc(name, func(r rune) bool { return r < 0x20 || strings.ContainsRune(`<>:"/\|?*`, r) }) {
		return false
	}
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return false
	}
	device, ok := strings.CutPrefix(base, "COM")
	if !ok {
		device, ok = strings.CutPrefix(base, "LPT")
	}
	return !ok || !slices.Contains([]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"}, device)
}
