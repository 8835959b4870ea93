"""What a stem asks for: one module for each sort of answer."""
