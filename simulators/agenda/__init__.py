"""The agenda customer: follows its goals through a free conversation, without any model."""
