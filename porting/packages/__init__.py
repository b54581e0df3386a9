"""A file, a folder or a zip somebody hands over, read without ever writing or following anything out of it.

Names are paths inside the package with ``/`` between the parts. Nothing is unpacked: what a zip holds is read
where it is, so that an entry's name can do no harm, and what it costs is known before it is read.
"""

from .base import Package, PackageError, inside

__all__ = ["Package", "PackageError", "inside"]
