# A bar chart from a dict: SVG is text, so any program can draw.
energy = {"wind": 29, "sun": 14, "water": 4, "biomass": 10, "coal": 23, "gas": 16, "other": 4}

height, bar, gap = 180, 44, 14
most = max(energy.values())
parts = []
for place, (name, share) in enumerate(sorted(energy.items(), key=lambda item: -item[1])):
    x = place * (bar + gap)
    h = height * share / most
    middle = x + bar / 2
    parts.append(f'<rect x="{x}" y="{height - h:.1f}" width="{bar}" height="{h:.1f}" rx="3" fill="hsl({170 + 24 * place} 45% 45%)"/>')
    parts.append(f'<text x="{middle}" y="{height - h - 6:.1f}" text-anchor="middle">{share}</text>')
    parts.append(f'<text x="{middle}" y="{height + 18}" text-anchor="middle">{name}</text>')
print("together", sum(energy.values()), "per cent")

width = len(energy) * (bar + gap)
f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -26 {width + 10} {height + 54}" width="{width}" font-family="sans-serif" font-size="12">{"".join(parts)}</svg>'
