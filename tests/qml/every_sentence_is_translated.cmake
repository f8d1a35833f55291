# Reads the sentences out of the sources once more, into copies of the translations: what is new there, or has never
# been finished, has no words yet in that language.
file(REMOVE_RECURSE "${WORK}")
set(untranslated "")
set(breakable "")
foreach(language es fr en)
    file(COPY "${ROOT}/qml/i18n/ayni_${language}.ts" DESTINATION "${WORK}")
    set(only "")
    if(language STREQUAL "en")
        set(only -pluralonly)
    endif()
    execute_process(
        COMMAND "${LUPDATE}" -silent -no-obsolete -locations none ${only} -I "${ROOT}"
            "${ROOT}/qml/theme" "${ROOT}/qml/components" "${ROOT}/qml/pages" "${ROOT}/qml/models"
            -ts "${WORK}/ayni_${language}.ts"
        RESULT_VARIABLE failed ERROR_QUIET)
    if(failed)
        message(FATAL_ERROR "lupdate could not read the sources")
    endif()
    file(STRINGS "${WORK}/ayni_${language}.ts" lines)
    set(source "")
    foreach(line IN LISTS lines)
        if(line MATCHES "<source>(.*)</source>")
            set(source "${CMAKE_MATCH_1}")
        elseif(line MATCHES "type=\"unfinished\"" OR line MATCHES "<translation></translation>"
                OR line MATCHES "<numerusform></numerusform>")
            string(APPEND untranslated "\n  ${language}: ${source}")
        elseif(language STREQUAL "fr" AND line MATCHES "<(translation|numerusform)>.* (:|;|»)")
            # French sets a space before these, and no line may begin with them.
            string(APPEND breakable "\n  ${line}")
        endif()
    endforeach()
endforeach()
if(untranslated)
    message(FATAL_ERROR "Without words yet:${untranslated}")
endif()
if(breakable)
    message(FATAL_ERROR "A space where a line could end (take a no-break space):${breakable}")
endif()
