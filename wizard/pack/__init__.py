"""From content files to frozen model objects, with every fault found on the way.

``load`` is the one door to the file formats, ``fields`` reads typed values,
``build`` (with its neighbours) makes a :class:`~wizard.model.pack.Pack` for one
journey, ``check`` reads everything, ``trace`` lists what carries each clause.
"""
