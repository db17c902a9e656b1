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
func (s *Session) Continues(ctx context.Context, text string) (more bool, err error) {
	text, _, _ = strings.Cut(text, "\x00") // which ends it for the guest
	const doing = "looking for the end of a statement"
	err = s.use(ctx, doing, func(ctx context.Context) error {
		var err error
		if s.paused != nil {
			return fmt.Errorf("%s: %w", doing, ErrSessionPaused)
		}
		if more, err = s.guest.continues(ctx, text); err != nil {
			s.past.add(nil)
			if errors.Is(err, errNoRoom) {
				err = fmt.Errorf("%w: %w", ErrInvalidInput, err)
			}
			return fmt.Errorf("%s: %w", doing, err)
		}
		if s.past.base != nil {
			s.past.add(&event{continues: &text})
		}
		return nil
	})
	return more, err
}
