"""What members write, before it is shown or kept."""
