"""What readers searched for, as reports in the admin."""
