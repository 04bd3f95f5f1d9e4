# The README's commands by short names: ./run.ps1 test | verify | bench | twin <arguments>
param([string] $What = 'twin', [Parameter(ValueFromRemainingArguments)] [string[]] $Rest)
switch ($What) {
    'test'   { dotnet test @Rest }
    'verify' { dotnet test tests/DigitalTwin.Verification -c Release -e DIGITALTWIN_LONG=1 @Rest }
    'bench'  { dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- @Rest }
    default  { dotnet run -c Release --project src/DigitalTwin.Cli -- @Rest }
}
exit $LASTEXITCODE
