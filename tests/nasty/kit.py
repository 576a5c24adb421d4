"""The rule base under which hostile profiles are read: facts of all types, named as the profiles of the cases name them."""

KIT = """\
syntax 1
ruleset "The kit of the hostile cases"
scale grade: low < middle < high
    label fa high "بالا"
fact parallelism: level
    label "Parallel programming"
    label fa "موازی‌سازی"
    aka "parallel programming"
fact low-level optimisation: level
fact statistics: level
fact python: level
    label fa "پایتون"
fact sql: level
fact café: level
fact low level: level
fact a: yes/no
fact b: yes/no
fact c: yes/no
fact d: yes/no
fact e: yes/no
fact f: yes/no
fact country: one of (no, iran, germany)
    label fa iran "ایران"
fact language: one of (c, c++, "c#", rust)
fact skills: any of (a, b, c, python, sql)
fact years: number 0..60 years
fact temperature: number -40..60
fact count: number
fact big: number -999999999999.999999..999999999999.999999
fact marks: grade

role infra "Infrastructure engineer"
    label fa "مهندس زیرساخت"
    when parallelism and low-level optimisation
    +2 python >= intermediate
        because "Most of it is scripted."
    -1 temperature > 30
    +1 skills includes python
role analyst "Data analyst"
    label fa "تحلیل‌گر داده"
    when statistics and (python or sql)
    when country = iran and language in (c, rust)
    unless f
    +3 years in 2..5
    +1 big < 0
role tester
    when at least 2 of (a, b, c, d, e)
    when marks >= middle or café or low level
    +1 count = 3
"""

# The same names, but python is a number: what is right there may be wrong here.
KIT_NUMBERS = KIT.replace("fact python: level", "fact python: number 0..60 years").replace("python >= intermediate", "python >= 3")
