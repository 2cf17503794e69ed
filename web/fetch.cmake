# SPDX-License-Identifier: Apache-2.0
#
# Fetches the page's libraries, in the versions the lock file names, into FOLDER with NPM.
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --prefer-offline
                        --loglevel=error
                WORKING_DIRECTORY "${FOLDER}" RESULT_VARIABLE result OUTPUT_QUIET)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "The explorer page's libraries could not be fetched from the npm registry (its "
                      "words are above). Configure with -DOSCEGRAPH_WEB=OFF to build without the page.")
endif()
