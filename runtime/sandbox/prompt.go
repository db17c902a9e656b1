package sandbox

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Continues tells whether an interactive prompt should ask for another line before it runs the text: brackets or quotes
// are open, or a compound statement has not been ended by an empty line. It goes by what upstream's prompt does
// (py/repl.c) and does not tell whether the text is Python.
func (s *Session) Continues(ctx context.Context, text string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over != nil {
		return false, fmt.Errorf("looking for the end of a statement: %w: %w", ErrSessionOver, s.over)
	}
	text, _, _ = strings.Cut(text, "\x00") // which ends it for the guest
	more, err := s.guest.continues(ctx, text)
	if errors.Is(err, errNoRoom) {
		err = fmt.Errorf("%w: %w", ErrInvalidInput, err)
	}
	if err != nil {
		return false, fmt.Errorf("looking for the end of a statement: %w", err)
	}
	return more, nil
}
