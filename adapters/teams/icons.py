"""The two icons of the app, as drawings: a cactus in its pot, with a glint of glitter."""

_CACTUS = """
<path d="M12 26V9a4 4 0 0 1 8 0v17z"/>
<path d="M12 20H9.500a3.500 3.500 0 0 1-3.500-3.500V14M20 17h2.500a3.500 3.500 0 0 0 3.500-3.500V11"
 fill="none" stroke-width="3" stroke-linecap="round"/>
"""
_GLINT = '<path d="M26 2l.9 2.600L29.500 5.500l-2.600.9L26 9l-.9-2.600-2.600-.9 2.600-.9z"/>'
_POT = '<path d="M9 26h14l-1.500 5h-11z"/>'

OUTLINE = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">
<g fill="#ffffff" stroke="#ffffff" stroke-width="0">{_CACTUS}{_GLINT}{_POT}</g>
</svg>"""
"""White on nothing."""

COLOUR = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="192" height="192">
<rect width="32" height="32" fill="#24523B"/>
<g transform="translate(4 4) scale(.75)">
<g fill="#8fc7a3" stroke="#8fc7a3" stroke-width="0">{_CACTUS}</g>
<g fill="#f2c14e">{_GLINT}</g>
<g fill="#d9825b">{_POT}</g>
</g>
</svg>"""
