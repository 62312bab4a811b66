"""Under what right the data is published."""

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"  # the form of the address that DCAT-AP-SE demands
