// The source below a frame of a traceback, with marks under what was running: ~ under an operation and ^ under its operator, index or arguments. Which
// lines are shown and what is marked is as in CPython's traceback module (Lib/traceback.py, StackSummary.format_frame_summary).

#include <string.h>

#include "py/runtime.h"

#include "language/errors/carets.h"
#include "language/text/unicode.h"

#define MOST_LINES (200)

typedef struct {
    const code_place_t *place;
    vstr_t text;     // the lines without their common indentation
    size_t *starts;  // of lines in it, one more than there are
    size_t count, indent;
    bool marked;
} block_t;

static bool is_blank(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (strchr(" \t\f\r", text[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static size_t indent_of(const char *text, size_t length) {
    size_t i = 0;
    while (i < length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\f')) {
        i++;
    }
    return i;
}

// --- Width -----------------------------------------------------------------------------------------

// East Asian Width W and F (Unicode 15.1, EastAsianWidth.txt), in pairs of the first and the last; what lies between close blocks is not told apart.
static bool is_wide(unichar c) {
    static const uint32_t wide[] = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x23e9, 0x23ec, 0x2614, 0x2615, 0x26a1, 0x26a1, 0x2705, 0x2705, 0x2728, 0x2728, 0x274c, 0x274c, 0x2753, 0x2757,
        0x2795, 0x2797, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2e80, 0x303e, 0x3041, 0x4dbf, 0x4e00, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff,
        0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18cd5, 0x1aff0, 0x1b2fb, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a,
        0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f8, 0x1f43e,
        0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f567, 0x1f595, 0x1f596, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6d0, 0x1f6d7,
        0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7eb, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faf8,
        0x20000, 0x3fffd,
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(wide); i += 2) {
        if (c <= wide[i + 1]) {
            return c >= wide[i];
        }
    }
    return false;
}

static size_t width_of(const char *text, size_t length) {
    size_t width = 0;
    for (const byte *at = (const byte *)text, *end = at + length; at < end; at = utf8_next_char(at)) {
        width += 1 + (*at >= 0x80 && is_wide(utf8_get_char(at)));
    }
    return width;
}

// --- Lines -----------------------------------------------------------------------------------------

static bool gather(block_t *block, const mp_obj_fun_bc_t *function) {
    const code_place_t *place = block->place;
    block->count = place->end.line - place->begin.line + 1;
    if (block->count > MOST_LINES) {
        return false;
    }
    block->starts = m_new(size_t, block->count + 1);
    block->indent = SIZE_MAX;
    vstr_t whole;
    vstr_init(&whole, 128);
    for (size_t i = 0; i < block->count; i++) {
        block->starts[i] = whole.len;
        if (!mpwasm_source_line(&whole, function, place->begin.line + i)) {
            return false;
        }
        const char *line = whole.buf + block->starts[i];
        size_t length = whole.len - block->starts[i];
        if (is_blank(line, length)) {
            whole.len = block->starts[i];
        } else {
            block->indent = MIN(block->indent, indent_of(line, length));
        }
    }
    block->starts[block->count] = whole.len;
    block->indent = block->indent == SIZE_MAX ? 0 : block->indent;
    vstr_init(&block->text, whole.len + 1);
    for (size_t i = 0; i < block->count; i++) {
        size_t begin = block->starts[i], length = block->starts[i + 1] - begin, cut = MIN(length, block->indent);
        block->starts[i] = block->text.len;
        while (length > cut && is_blank(whole.buf + begin + length - 1, 1)) { // as CPython strips lines
            length--;
        }
        vstr_add_strn(&block->text, whole.buf + begin + cut, length - cut);
    }
    block->starts[block->count] = block->text.len;
    return true;
}

static const char *line_of(const block_t *block, size_t number, size_t *length) {
    *length = block->starts[number + 1] - block->starts[number];
    return block->text.buf + block->starts[number];
}

// A column of the source in a line of the block.
static size_t column_in(const block_t *block, size_t number, size_t column) {
    size_t length;
    line_of(block, number, &length);
    return MIN(column < block->indent ? 0 : column - block->indent, length);
}

static size_t display_column(const block_t *block, point_t point) {
    size_t number = point.line - block->place->begin.line, length;
    return width_of(line_of(block, number, &length), column_in(block, number, point.column));
}

static bool has_marks(const block_t *block) {
    const code_place_t *place = block->place;
    size_t length, begin = column_in(block, 0, place->begin.column), end = column_in(block, block->count - 1, place->end.column);
    const char *first = line_of(block, 0, &length), *last;
    bool before = !is_blank(first, begin);
    last = line_of(block, block->count - 1, &length);
    return !place->plain && (place->mark.line > 0 || before || !is_blank(last + end, length - end));
}

// --- Output ----------------------------------------------------------------------------------------

static bool before_point(size_t line, size_t column, const block_t *block, point_t point) {
    size_t number = point.line - block->place->begin.line;
    return line < number || (line == number && column < display_column(block, point));
}

static void print_marks(const mp_print_t *print, const block_t *block, size_t number) {
    const code_place_t *place = block->place;
    size_t length;
    const char *line = line_of(block, number, &length);
    size_t spaces = indent_of(line, length), begin = number == 0 ? display_column(block, place->begin) : 0;
    size_t end = number == block->count - 1 ? display_column(block, place->end) : width_of(line, length);
    mp_print_str(print, "    ");
    for (size_t column = 0; column < end && MAX(spaces, begin) < end; column++) {
        bool marked = place->mark.line > 0 && !before_point(number, column, block, place->mark) && before_point(number, column, block, place->mark_end);
        mp_print_str(print, column < spaces || column < begin ? " " : marked || place->mark.line == 0 ? "^" : "~");
    }
    mp_print_str(print, "\n");
}

static void print_line(const mp_print_t *print, const block_t *block, size_t number) {
    size_t length;
    const char *line = line_of(block, number, &length);
    mp_print_str(print, "    ");
    print->print_strn(print->data, line, length);
    mp_print_str(print, "\n");
    if (block->marked) {
        print_marks(print, block, number);
    }
}

// The first and the last line, and those around the ends of the mark.
static bool is_shown(const block_t *block, size_t number) {
    const code_place_t *place = block->place;
    size_t line = place->begin.line + number;
    return number == 0 || number == block->count - 1
        || (place->mark.line > 0 && ((line + 1 >= place->mark.line && line <= place->mark.line + 1) || (line + 1 >= place->mark_end.line && line <= place->mark_end.line + 1)));
}

static void print_block(const mp_print_t *print, const block_t *block) {
    size_t last = 0;
    for (size_t number = 0; number < block->count; number++) {
        if (!is_shown(block, number)) {
            continue;
        }
        if (number - last == 2) {
            print_line(print, block, number - 1);
        } else if (number > last + 2) {
            mp_printf(print, "    ...<%u lines>...\n", (unsigned)(number - last - 1));
        }
        print_line(print, block, number);
        last = number;
    }
}

void mpwasm_print_code(const mp_print_t *print, const mp_obj_fun_bc_t *function, size_t line, const code_place_t *place) {
    block_t block = { .place = place };
    if (place != NULL && place->found && place->begin.line == line && place->end.line >= line && gather(&block, function)) {
        block.marked = has_marks(&block);
        print_block(print, &block);
        return;
    }
    vstr_t text;
    vstr_init(&text, 64);
    if (mpwasm_source_line(&text, function, line)) {
        size_t begin = indent_of(text.buf, text.len);
        while (text.len > begin && is_blank(text.buf + text.len - 1, 1)) {
            text.len--;
        }
        if (text.len > begin) {
            mp_print_str(print, "    ");
            print->print_strn(print->data, text.buf + begin, text.len - begin);
            mp_print_str(print, "\n");
        }
    }
    vstr_clear(&text);
}
