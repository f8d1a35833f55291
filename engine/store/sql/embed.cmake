# Turns FROM (an .sql file) into TO (a header with the text as NAME).
file(READ "${FROM}" text)
file(WRITE "${TO}" "#pragma once\nnamespace ayni::sql {\ninline constexpr char ${NAME}[] = R\"sql(${text})sql\";\n}\n")
