"""What decoders raise for a file that is cut off, damaged or built to break them."""

import struct
import zlib

from PIL import Image

#: Pillow's readers let many kinds of error through from deep inside; a file is to blame for all of these.
DAMAGE = (
    ArithmeticError,
    EOFError,
    Image.DecompressionBombError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
