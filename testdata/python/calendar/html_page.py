# A month as a table for a page, with classes of one's own, and a year in three columns.
import calendar


class Marked(calendar.HTMLCalendar):
    def __init__(self, marks):
        super().__init__(calendar.MONDAY)
        self.marks = marks

    def formatday(self, day, weekday):
        if day in self.marks:
            return f'<td class="mark">{day}:{self.marks[day]}</td>'
        return super().formatday(day, weekday)


html = Marked({14: "party"}).formatmonth(2024, 2, withyear=False)
print(html)
print(html.count("<tr>"), "mark" in html)
text = calendar.TextCalendar().formatyear(2023, m=4)
print("\n".join(line.rstrip() for line in text.splitlines()[:12]))
print(calendar.TextCalendar().formatweekheader(2), calendar.TextCalendar(3).formatweek([(1, 0), (2, 1)], 3))
