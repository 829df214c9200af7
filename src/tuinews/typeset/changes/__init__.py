"""What was changed in an article, word by word: two versions of it in, one article out in which both stand.

Pure; bounded in time, whatever the texts are.
"""
