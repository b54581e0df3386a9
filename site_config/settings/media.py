"""Pictures and documents: what may be uploaded, how it is kept, how it is given out."""

from .env import BASE_DIR, env

WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Near what the eye can tell from the original at the sizes a page shows.
WAGTAILIMAGES_AVIF_QUALITY = 45
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILIMAGES_JPEG_QUALITY = 78
# Whoever first asks for a size gets a quick picture of it for now, and it is made afterwards. False: they wait for it.
PICTURES_STAND_IN = True

WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
# Nothing a browser would run: no HTML, SVG or scripts.
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "json", "md", "pdf", "rtf", "txt"),
    *("docx", "epub", "key", "odp", "ods", "odt", "pptx", "xlsx"),
    *("m4a", "mp3", "mp4", "ogg", "wav", "webm", "zip"),
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
# Through Wagtail's view, never straight from the folder: it checks privacy and says "attachment".
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []

# What social cards are written with where the project's own fonts lack a letter: Chinese, Japanese, Korean. By default
# the fonts of Debian's package fonts-noto-cjk, where it is installed.
SOCIAL_CARD_FONTS = env.words(
    "SOCIAL_CARD_FONTS",
    [
        "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    ],
)

# Exports of other blogs uploaded for an import: outside the media folder, never served, gone after the import. The
# folder must be the same for the server and the task worker.
IMPORT_FOLDER = env.text("IMPORT_FOLDER") or str(BASE_DIR / ".imports")
IMPORT_MAX_UPLOAD_SIZE = env.number("IMPORT_MAX_UPLOAD_MEGABYTES", 1024) * 1024 * 1024
