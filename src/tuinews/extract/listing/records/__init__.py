"""What a listing says of each article beside its headline: how far its record reaches, date, summary."""
