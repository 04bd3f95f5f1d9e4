using System.CommandLine;

var twin = new RootCommand("The city as a program you can branch.");
return await twin.Parse(args).InvokeAsync();
