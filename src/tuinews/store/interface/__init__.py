"""What may be asked of the store and done to it: a file a subject, with its queries and its changes.

A query opens a reading transaction and a change a writing one; what they do is in the modules that they call.
"""
