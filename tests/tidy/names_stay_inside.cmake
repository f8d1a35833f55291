# SQLCipher's library has the names of libsqlite3: a program that gives them away would make other libraries of its
# process (a keyring's, a plugin's) call our SQLite instead of theirs.
string(REPLACE "|" ";" programs "${PROGRAMS}")
foreach(program IN LISTS programs)
    execute_process(COMMAND "${NM}" -D --defined-only "${program}" OUTPUT_VARIABLE names RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "${program} could not be read")
    endif()
    if(names MATCHES "sqlite3_[a-z_]+")
        message(FATAL_ERROR "${program} gives ${CMAKE_MATCH_0} away")
    endif()
endforeach()
