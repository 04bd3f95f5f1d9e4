using DigitalTwin.Buildings;

namespace DigitalTwin.Cities.Synthesis.Buildings;

/// <summary>A building that a corner needs, before it has a place.</summary>
/// <param name="Use">Use.</param>
/// <param name="FloorArea">Floor that it should have, m².</param>
/// <param name="Storeys">Storeys that it would like to have.</param>
/// <param name="StoreyHeight">m.</param>
/// <param name="People">Who lives there.</param>
/// <param name="Jobs">Who works there.</param>
/// <param name="ShopArea">Floor of shops, m².</param>
internal sealed record BuildingPlan(BuildingUse Use, double FloorArea, int Storeys, double StoreyHeight, int People = 0, double Jobs = 0, double ShopArea = 0);

/// <summary>
/// What stands at a corner, by its people, jobs and shops: homes of 30 to 42 m² a person, offices of 22 m² and works of 60 m² to a job, shops with a fifth more than their floor of sale, here and there a school or a hotel,
/// in every quarter a shopping centre and a hospital. The sums of people, jobs and shops are those of the corner.
/// </summary>
internal static class CornerPlans
{
    private const int MostBuildings = 4;
    private const double SquareMetresPerJob = 22, SquareMetresPerWorker = 60, SquareMetresPerBed = 80;

    public static List<BuildingPlan> Of(Quarter quarter, Traffic.QuarterSites sites, int corner, int year, Draws draws)
    {
        var (plans, first) = (new List<BuildingPlan>(MostBuildings), 16 * corner);
        var (people, jobs, shops) = (quarter.Use.People[corner], sites.Jobs[corner], sites.ShopArea[corner]);
        if (corner == sites.Hospital)
        {
            plans.Add(new(BuildingUse.Hospital, SquareMetresPerBed * Traffic.QuarterSites.Beds(quarter.Grid), 12, 3.9, Jobs: Traffic.QuarterSites.Beds(quarter.Grid)));
            jobs -= Traffic.QuarterSites.Beds(quarter.Grid);
        }
        switch (quarter.Use.Uses[corner])
        {
            case Use.Offices when jobs > 0:
                var towers = jobs > 350 ? 2 : 1;
                for (var k = 0; k < towers; k++)
                {
                    var share = k == 0 ? Math.Ceiling(jobs / towers) : Math.Floor(jobs / towers);
                    plans.Add(new(BuildingUse.Office, share * SquareMetresPerJob, 6 + (int)(18 * draws.Uniform(first + k)), 3.9, Jobs: share, ShopArea: k == 0 ? shops : 0));
                }
                break;
            case Use.Works when jobs > 0:
                plans.Add(new(BuildingUse.Industrial, jobs * SquareMetresPerWorker, 2, 6, Jobs: jobs, ShopArea: shops));
                break;
            case Use.Shops when shops > 0 || jobs > 0:
                var hotel = people > 60 && draws.Uniform(first + 2) < 0.08 ? Math.Min(60, Math.Round(0.3 * jobs)) : 0;
                if (hotel > 0) plans.Add(new(BuildingUse.Hotel, 100 * hotel, 12, 3.6, Jobs: hotel));
                plans.Add(new(BuildingUse.Retail, Math.Max(300, 1.2 * shops), corner == sites.Mall ? 5 : 2 + (int)(3 * draws.Uniform(first + 3)), 4.5, Jobs: jobs - hotel, ShopArea: shops));
                break;
            case Use.Homes when people > 100 && draws.Uniform(first + 2) < 0.035:
                plans.Add(new(BuildingUse.School, 4000 + 4000 * draws.Uniform(first + 4), 4, 3.8, Jobs: jobs, ShopArea: 0));
                jobs = 0;
                break;
            default:
                break;
        }
        Homes(plans, people, plans.Count == 0 || quarter.Use.Uses[corner] == Use.Homes ? (jobs, shops) : (0, 0), year, draws, first);
        return plans;
    }

    /// <summary>Homes: six storeys in old estates, eleven in newer ones, towers since; what shops and jobs the corner has are on their ground floor.</summary>
    private static void Homes(List<BuildingPlan> plans, int people, (double Jobs, double Shops) ground, int year, Draws draws, int first)
    {
        if (people == 0 && ground is (0, 0)) return;
        var storeys = year < 2000 ? 6 : year < 2010 ? 11 : 17 + (int)(14 * draws.Uniform(first + 5));
        var area = people * (year < 2000 ? 31 : year < 2010 ? 36 : 40) * draws.Between(first + 6, 0.92, 1.08) + ground.Shops;
        var count = Math.Clamp((int)Math.Round(area / (storeys * 560.0)), 1, MostBuildings - plans.Count);
        for (var k = 0; k < count; k++)
        {
            var living = people * (k + 1) / count - people * k / count;
            plans.Add(new(BuildingUse.Residential, Math.Max(120, area / count), storeys, 2.95, living, k == 0 ? ground.Jobs : 0, k == 0 ? ground.Shops : 0));
        }
    }
}
