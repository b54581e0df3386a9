"""Addresses below ``/admin/porting/``."""

from django.urls import path

from porting.admin import export_views, import_views
from porting.admin.receiving import with_room_for_uploads

app_name = "porting"
urlpatterns = [
    path("imports/", import_views.ImportList.as_view(), name="imports"),
    path("imports/new/", with_room_for_uploads(import_views.NewImport.as_view()), name="new_import"),
    path("imports/<int:pk>/", import_views.ImportDetail.as_view(), name="import"),
    path("imports/<int:pk>/pages/", import_views.ImportedPages.as_view(), name="imported_pages"),
    path("imports/<int:pk>/progress/", import_views.Progress.as_view(), name="progress"),
    path("imports/<int:pk>/report.json", import_views.Report.as_view(), name="report"),
    path("imports/<int:pk>/start/", import_views.StartImport.as_view(), name="start"),
    path("imports/<int:pk>/stop/", import_views.StopImport.as_view(), name="stop"),
    path("imports/<int:pk>/discard/", import_views.DiscardImport.as_view(), name="discard"),
    path("export/", export_views.ExportBlog.as_view(), name="export"),
]
