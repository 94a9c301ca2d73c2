"""What people see, in their language."""
