"""Codes and parameters → sentences, German and English, without Qt."""
