"""Whom plans speak of, in one word, and by what marks they are told apart."""

# 家庭 is none of them: where it begins a name (家庭经济困难) it is nobody yet.
PEOPLE = "儿童|孤儿|幼儿|老年人|老人|残疾人|学生|妇女|职工|居民|群众|农民|村民|患者|人员|对象"
# Who bears two of these is counted in both.
MARKS = "妇女|女性|女职工|党员|少数民族|残疾|脱贫|低保|特困|老年|岁|青年|大学生|高校|退役|农民工|困难"
