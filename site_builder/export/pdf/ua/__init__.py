"""Whether a PDF file breaks any condition of PDF/UA-1 (ISO 14289-1) that a program can judge.

The conditions and their numbers are those of the Matterhorn Protocol 1.1 of the PDF Association. What our files are
made without, such as layers or fonts of one byte, is not judged but refused.
"""
